# syntax=docker/dockerfile:1

# Wheels are built in one image and installed in another, so that no compiler and no source stays behind.
FROM python:3.12-slim AS builder
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
COPY knowledge ./knowledge
RUN pip wheel --no-cache-dir --wheel-dir /wheels .

FROM python:3.12-slim
RUN --mount=type=bind,from=builder,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links=/wheels ispolkom \
    && useradd --system --uid 10001 --create-home --home-dir /var/lib/ispolkom ispolkom

# The bot answers from /knowledge. A new named volume begins with the shipped pack, a folder that is mounted there
# (docker run -v ./mine:/knowledge:ro) is used as it is.
COPY --chown=ispolkom knowledge /knowledge
VOLUME ["/knowledge"]

# The token comes at run time: DISCORD_TOKEN, or DISCORD_TOKEN_FILE=/run/secrets/... for a mounted secret. Other
# settings are variables too, or a file: -v ./config.yaml:/var/lib/ispolkom/config.yaml:ro
ENV ISPOLKOM_KNOWLEDGE=/knowledge PYTHONUNBUFFERED=1
WORKDIR /var/lib/ispolkom
USER ispolkom

HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["ispolkom", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["ispolkom"]
CMD ["run"]
