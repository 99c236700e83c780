"""Dataclasses with their constructors written out.

`dataclasses` makes `__init__` at run time, where mypyc cannot compile it; most of what compiled code would then take to
make a value is that one interpreted call. Only the copy that is compiled is changed so; people read and write the short
form.
"""

from __future__ import annotations

import ast

DECORATORS = {"value", "dataclass"}
COMPARED = {"compare", "hash", "repr"}
"""What is told of a field that is no matter of the constructor."""


def write_out_constructors(source: str) -> str:
    """Give each dataclass of a module the `__init__` that its fields ask for; the rest of the text stays as it is.

    `frozen=True` becomes `frozen=False`: mypy would not let the constructor assign. Raises `ValueError` for a field
    that is declared in a way that is not known here.
    """
    lines = source.split("\n")
    classes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    for node in sorted(classes, key=lambda node: node.lineno, reverse=True):
        fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
        decorators = [mark for mark in node.decorator_list if _name(mark) in DECORATORS]
        if not fields or not decorators or _has(node, "__init__"):
            continue
        last = fields[-1].end_lineno or fields[-1].lineno
        lines[last:last] = _write_constructor(fields, checked=_has(node, "__post_init__"))
        at = decorators[0].lineno - 1
        lines[at] = lines[at].replace("frozen=True", "frozen=False")
    return "\n".join(lines)


def _name(expression: ast.expr) -> str:
    called = expression.func if isinstance(expression, ast.Call) else expression
    return ast.unparse(called)


def _has(node: ast.ClassDef, name: str) -> bool:
    return any(isinstance(part, ast.FunctionDef) and part.name == name for part in node.body)


def _write_constructor(fields: list[ast.AnnAssign], *, checked: bool) -> list[str]:
    parameters, body = ["self"], []
    for one in fields:
        name, kind = ast.unparse(one.target), ast.unparse(one.annotation)
        if not isinstance(one.value, ast.Call) or _name(one.value) != "field":
            parameters.append(f"{name}: {kind}" + (f" = {ast.unparse(one.value)}" if one.value else ""))
            body.append(f"self.{name} = {name}")
            continue
        told = {str(key.arg): ast.unparse(key.value) for key in one.value.keywords if key.arg not in COMPARED}
        if told == {"init": "False"}:
            continue
        if set(told) == {"default"}:
            parameters.append(f"{name}: {kind} = {told['default']}")
            body.append(f"self.{name} = {name}")
            continue
        if set(told) != {"default_factory"}:
            raise ValueError(f"line {one.lineno}: the field {name} is declared in a way that is not known here")
        parameters.append(f"{name}: {kind} | None = None")
        body.append(f"self.{name} = {told['default_factory']}() if {name} is None else {name}")
    if checked:
        body.append("self.__post_init__()")
    return ["", f"    def __init__({', '.join(parameters)}) -> None:", *(f"        {line}" for line in body)]
