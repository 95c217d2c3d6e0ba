"""What the bot says in Russian."""

from __future__ import annotations

from bot.rendering.phrases.table import Counted, Phrases


def plural_form(count: int) -> int:
    """0 for 1, 21, 31 ...; 1 for 2-4, 22-24 ...; 2 for the rest, 11-14 among them (CLDR: one, few, many)."""
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14} else 2


RUSSIAN = Phrases(
    language="ru",
    plural_form=plural_form,
    sources_counted=Counted(("{count} источник", "{count} источника", "{count} источников")),
    more_counted=Counted(("… и ещё {count}.", "… и ещё {count}.", "… и ещё {count}.")),
    members_counted=Counted(("в базе: {count}", "в базе: {count}", "в базе: {count}")),
    seconds_counted=Counted(("{count} секунду", "{count} секунды", "{count} секунд")),
    differ="Об этом рассказывают по-разному.",
    account="Версия {number}",
    often_said="Часто говорят: «{claim}» Это неверно.",
    often_said_no="Нет. Часто говорят: «{claim}» Это неверно.",
    often_said_short="Часто говорят, но это неверно: «{claim}»",
    figures="В цифрах: {unit}",
    figures_total="В цифрах: {unit}, всего {total}",
    figure="{name}: {value}",
    holders="Кто занимал должность",
    holder_role="{role}: {holder}",
    role_in="{role}, {body}",
    with_span="{text}, {span}",
    since="{start} — …",
    until="… — {end}",
    two_calendars="Эту дату можно понять в двух календарях.",
    quiet_reading="В базе об этом времени ничего нет.",
    also_then="Ещё в базе",
    member="{name}: {description}",
    which="Что вы имели в виду?",
    which_lead="Вопрос подходит сразу к нескольким темам.",
    unknown_title="В базе этого нет",
    unknown_lead="В моей базе нет ответа на этот вопрос, а гадать я не стану.",
    empty_title="Спросите о чём-нибудь",
    empty_lead="Вопроса я не вижу. Задайте его своими словами, одним предложением.",
    no_name_title="Такого имени нет",
    no_name_lead="В моей базе нет ничего с таким или похожим названием.",
    no_day_title="Какой день?",
    no_day_lead="Не могу прочесть это как дату. Напишите, например, «2 марта 1517», «15.03.1517» или «май 1517».",
    quiet_day_title="Тихий день",
    quiet_day_lead="В моей базе об этом времени ничего нет: {days}.",
    nearest="Из близкого я знаю:",
    show_sources="Источники",
    all_about="Подробнее: {name}",
    sources_title="Источники",
    bibliography_title="Все источники базы",
    bibliography_page="Страница {page} из {pages}",
    page_before="◀ {page}",
    page_after="{page} ▶",
    page_label="с. {locator}",
    pages_label="с. {locator}",
    two_names="{first}, {second}",
    many_names="{first} и др.",
    edited_by="{names} (ред.)",
    help_title="Как спрашивать",
    help_examples="Например",
    help_commands="Команды",
    help_standing=(
        "Я отвечаю по базе фактов, которые написали люди, и у каждого указаны источники. Где рассказы расходятся, "
        "я привожу все; о чём в базе нет, того не придумываю."
    ),
    help_dates="Даты даны по старому стилю (ст. ст., юлианский календарь) и по новому (н. ст., григорианский).",
    help_licence="Тексты базы: {licence}.",
    command_kind="Найти по названию: {kind}",
    command_about="Найти что угодно по названию",
    command_date="Что было в этот день, по любому календарю",
    command_sources="Источники последнего ответа или страница всех источников",
    command_help="Что я знаю и как спрашивать",
    command_quit="Выйти",
    chat_welcome="Спрашивайте своими словами; /help расскажет больше, цифра продолжит ответ, Ctrl-D закончит.",
    cooldown_title="Минутку",
    cooldown="Слишком быстро. Спросите ещё раз через {wait}.",
    broken_title="Что-то сломалось",
    broken="Произошла ошибка на моей стороне, она записана. Попробуйте ещё раз немного позже.",
    gone_title="Этого больше нет",
    gone="База изменилась, и этого в ней уже нет. Спросите ещё раз.",
    forbidden_title="Здесь нельзя",
    forbidden="Здесь мне этого нельзя. Разрешить может тот, кто управляет сервером.",
    no_text_title="Нечего читать",
    no_text="В этом сообщении нет слов, на которые я мог бы ответить.",
    busy_title="Ещё читаю",
    busy="Я только запускаюсь и ещё читаю базу. Спросите через несколько секунд.",
)
