"""One speaker's clauses in one sentence, put together, in languages whose packs say so (`joined_clauses`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from telcon.model.contacts import Evidence, Statement, Utterance
from telcon.model.spans import Span
from telcon.reports.distinct import each_once
from telcon.reports.speech.utterances import MARKS


def join_clauses(statements: Iterable[Statement], sentences: Sequence[Span], raw: str) -> list[Statement]:
    """The statements, in order; what one and the same speaker says clause by clause in a sentence is one of them.

    `sentences` are spans of `raw`, the text as found. What is in quotation marks, or begins with them, stays apart.
    """
    joined: list[Statement] = []
    for statement in statements:
        last = joined[-1] if joined else None
        opened = last is not None and raw[last.evidence.span.start - 1] in MARKS
        if last and not opened and _goes_on(last, statement, sentences):
            span = Span(last.evidence.span.start, statement.evidence.span.stop)
            topics = each_once((*last.topics, *statement.topics))
            joined[-1] = replace(last, evidence=Evidence(span, raw[span.start : span.stop]), topics=topics)
        else:
            joined.append(statement)
    return joined


def _goes_on(last: Statement, statement: Statement, sentences: Sequence[Span]) -> bool:
    """Whether a statement is another clause of the one before it."""
    if last.kind is not Utterance.INDIRECT or statement.kind is not Utterance.INDIRECT:
        return False
    if (last.speaker, last.said_by, last.contact) != (statement.speaker, statement.said_by, statement.contact):
        return False
    first, second = last.evidence.span, statement.evidence.span
    return any(sentence.start <= first.start and second.stop <= sentence.stop for sentence in sentences)
