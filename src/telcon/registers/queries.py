"""What Wikidata's query service is asked, in SPARQL.

Heads of state (P35) and of government (P6) are statements of the state's own item, foreign ministers positions held
(P39) of the kind Q7330070 in a jurisdiction (P1001). Times are asked for with their precision, and once more as they
stand in the statement: an end that is known to have come, but not when, has no value to be asked for.
Vocabulary: https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format
"""

from __future__ import annotations

from telcon.model.contacts import Office

ASKED = (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.FOREIGN_MINISTER)
"""Offices that can be asked for."""
LABELS = {"en": "en", "vi": "vi", "ru": "ru", "hans": "zh-hans", "cn": "zh-cn", "zh": "zh", "mul": "mul"}
"""Languages of names, by the variables that hold them; `mul` is the name for all languages that have none."""
_PROPERTIES = {Office.HEAD_OF_STATE: "P35", Office.HEAD_OF_GOVERNMENT: "P6"}
_OF_STATES = """\
  ?state wdt:P297 ?code ; p:{property} ?statement .
  ?statement ps:{property} ?person ; wikibase:rank ?rank ."""
_OF_MINISTERS = """\
  ?position wdt:P279* wd:Q7330070 ; wdt:P1001 ?state .
  ?state wdt:P297 ?code .
  ?person p:P39 ?statement .
  ?statement ps:P39 ?position ; wikibase:rank ?rank ."""
_QUERY = """\
SELECT DISTINCT ?code ?person ?rank ?start ?startPrecision ?startTold ?stop ?stopPrecision ?stopTold {labels} WHERE {{
{whom}
  OPTIONAL {{ ?statement pq:P580 ?startTold }}
  OPTIONAL {{ ?statement pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] }}
  OPTIONAL {{ ?statement pq:P582 ?stopTold }}
  OPTIONAL {{ ?statement pqv:P582 [ wikibase:timeValue ?stop ; wikibase:timePrecision ?stopPrecision ] }}
  FILTER (!BOUND(?stop) || YEAR(?stop) >= {since})
{named}
}}"""
_LABEL = '  OPTIONAL {{ ?person rdfs:label ?{variable} FILTER (LANG(?{variable}) = "{language}") }}'


def build_query(office: Office, *, since: int) -> str:
    """The question for all who held an office in that year (AD) or later, with their names.

    Raises `KeyError` for an office that cannot be asked for.
    """
    whom = _OF_MINISTERS if office is Office.FOREIGN_MINISTER else _OF_STATES.format(property=_PROPERTIES[office])
    named = "\n".join(_LABEL.format(variable=variable, language=language) for variable, language in LABELS.items())
    return _QUERY.format(labels=" ".join(f"?{variable}" for variable in LABELS), whom=whom, since=since, named=named)
