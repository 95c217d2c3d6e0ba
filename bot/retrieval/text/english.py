"""English tables. None of them knows any particular history."""

from __future__ import annotations

from bot.retrieval.text.language import Language

_FUNCTION_WORDS = """
a an the and or but if of in on at by to for from with without as into about over under between during is are was were
be been being am do does did doing done have has had having will would can could shall should may might must it its
this that these those there here he she they him his her their them we us our you your i me my mine what which who whom
whose when where why how many much more most some any each every not nor so than then too very just also s t ll re ve d
m please tell give show explain say know exactly actually really ever whats whos wheres whens hows whys didnt wasnt isnt
u r ur pls plz ok hey hi hello bot get got
"""

# A base form and the forms that belong to it. "found" and "left" stay themselves: to found a town, the left wing.
_IRREGULAR = """
birth: born | death: died die dies dead | win: won | fight: fought | write: wrote written | build: built
begin: began begun | lead: led | become: became | make: made | take: took taken | give: gave given | hold: held
know: known knew | find: finding | lose: lost | leave: leaving | bring: brought | grow: grew grown | fall: fell fallen
sell: sold | speak: spoke spoken | teach: taught | think: thought | child: children | woman: women | man: men
wife: wives | life: lives | choose: chose chosen | run: ran | send: sent | spend: spent | catch: caught | buy: bought
keep: kept | meet: met | pay: paid | see: saw seen | go: went gone | come: came | draw: drew drawn | throw: threw thrown
rise: rose risen | arise: arose | split: splitting | shoot: shot | overthrow: overthrew overthrown
wind: wound | forbid: forbade forbidden | flee: fled | withdraw: withdrew withdrawn
"""

_NUMBER_SERIES = (
    "one two three four five six seven eight nine ten eleven twelve",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th",
)
# Without "i", which is a pronoun far more often.
_ROMAN_FROM_TWO = "ii iii iv v vi vii viii ix x xi xii"


# Words that stand for each other in questions on any history, a group a line.
_THESAURUS = """
chairman, chair, chairwoman, head, president, leader, presided
deputy, vice
begin, start, open, outbreak
end, finish, stop, close, wind up, over
found, establish, create, form, set up
dissolve, disband, abolish, wind up, disperse, break up
leave, quit, resign, step down, depart, exit, walk out
arrive, come, return, come back, reach
join, enter, become a member
die, death, killed, murdered, executed, shot
born, birth
kill, murder, assassinate, shoot
name, call, known as, title
job, post, office, position, role, function
write, author, draft, compose, pen
issue, publish, print, proclaim, announce
paper, newspaper, daily, journal
rising, uprising, revolt, rebellion, insurrection, mutiny
revolution, overthrow, coup
riot, unrest, disorder, disturbance
protest, demonstration, march, rally
treaty, peace, agreement, pact, deal
war, conflict, fighting
battle, fight, combat
king, monarch, sovereign
emperor, tsar, czar
throne, crown
abdicate, renounce, give up the throne
government, cabinet, ministry
minister, secretary
elect, choose, vote, appoint
vote, ballot, poll
seat, mandate, place
member, delegate, deputy, representative
party, faction, movement, group
meeting, session, sitting, assembly
town, city
capital, seat of government
soldier, troops, army
sailor, navy, fleet
officer, commander
worker, labourer, labour
peasant, farmer
rich, wealthy
demand, ask, call for
refuse, reject, decline
allow, permit
forbid, ban, prohibit, outlaw
arrest, imprison, jail, detain
prison, jail, gaol
move, transfer, relocate
hide, hiding, go underground
reason, cause, why
result, consequence, outcome, effect
purpose, aim, goal, intention
meaning, mean, stand for
difference, differ, distinguish
number, count, figure, amount
wife, husband, spouse, married
clause, point, article, paragraph
speech, address
appeal, call, proclamation
nickname, alias, pseudonym
"""


def _irregular() -> dict[str, str]:
    entries = (entry.split(":") for line in _IRREGULAR.strip().splitlines() for entry in line.split("|"))
    return {form: base.strip() for base, forms in entries for form in forms.split()}


def _numbers() -> dict[str, str]:
    counted = {word: str(n) for series in _NUMBER_SERIES for n, word in enumerate(series.split(), start=1)}
    return counted | {word: str(n) for n, word in enumerate(_ROMAN_FROM_TWO.split(), start=2)}


ENGLISH = Language(
    code="en",
    snowball="english",
    cyrillic=False,
    function_words=frozenset(_FUNCTION_WORDS.split()),
    irregular=_irregular(),
    numbers=_numbers(),
    question_words={
        "when": r"\bwhens?\b|\b(what|which) (year|date|century|decade|month|day|time)\b"
        r"|\bhow (old|long ago|soon)\b|\bdate\b",
        "how-many": r"\bhow (many|much|large|big|far|high|often)\b|\b(percent|percentage|number of|size of|count)\b",
        "how-long": r"\bhow long\b",
        "where": r"\bwheres?\b|\b(what|which) (city|town|place|country|building|island|palace|street|room|location)\b",
        "who": r"\b(who|whos|whom|whose)\b"
        r"|\b(what|which|name the|name a) (person|man|woman|king|queen|leader|minister|general)\b",
        "why": r"\bwhy\b|\bhow come\b|\b(reason|cause|purpose)\b",
        "what": r"\b(what|whats|which|explain|define|meaning)\b",
    },
    yes_no=r"^(?:so |and |but |wait |hey )*"
    r"(?:is|are|was|were|did|does|do|has|have|had|can|could|would|isnt|wasnt|didnt|arent|werent)\b"
    r"|\b(?:right|true|correct)$",
    list_words=frozenset("list all name names which enumerate every".split()),
    happening=frozenset(
        "happened happen happens happening events event occurred took take place going on day date anything today "
        "history".split()
    ),
    pronouns=frozenset("he she it they him her them his its their theirs hers this that these those".split()),
    spoken_of=frozenset(
        "about information info describe description summary overview meaning mean definition define background "
        "biography bio called name role".split()
    ),
    number_words=frozenset("no nr number num nos numero".split()),
    continuations=frozenset("and but so then or ok okay".split()),
    thesaurus=tuple(tuple(group.split(", ")) for group in _THESAURUS.strip().splitlines()),
    negations=frozenset(
        "not never nobody nothing isnt wasnt arent werent didnt doesnt dont hasnt hadnt couldnt".split()
    ),
)
