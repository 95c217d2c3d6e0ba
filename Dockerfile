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
    && useradd --system --uid 10001 --create-home --home-dir /var/lib/ispolkom ispolkom \
    && install --directory --owner=ispolkom /knowledge

# Mount a pack of your own on /knowledge; while it is empty, the pack that ships with the bot answers.
# The token comes at run time: DISCORD_TOKEN, or DISCORD_TOKEN_FILE=/run/secrets/... for a mounted secret.
ENV PYTHONUNBUFFERED=1
VOLUME ["/knowledge"]
WORKDIR /var/lib/ispolkom
USER ispolkom

HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["ispolkom", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["ispolkom"]
CMD ["run"]
