"""The calculator: functions of PDF that are written in a little PostScript."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterator, Sequence

from briefpack.finishing.recolour.inks import CannotRecolour

Stack = list[float]
Procedure = list["float | str | Procedure"]

_TOKEN = re.compile(rb"[{}]|[^\s{}]+")


def _unary(act: Callable[[float], float]) -> Callable[[Stack], None]:
    def run(stack: Stack) -> None:
        stack.append(act(stack.pop()))

    return run


def _binary(act: Callable[[float, float], float]) -> Callable[[Stack], None]:
    def run(stack: Stack) -> None:
        second = stack.pop()
        stack.append(act(stack.pop(), second))

    return run


def _whole(act: Callable[[int, int], int]) -> Callable[[Stack], None]:
    return _binary(lambda first, second: act(_integer(first), _integer(second)))


def _integer(value: float) -> int:
    return value if isinstance(value, bool) else int(value)


def _exchange(stack: Stack) -> None:
    stack[-2:] = stack[:-3:-1]


def _copy(stack: Stack) -> None:
    count = int(stack.pop())
    stack.extend(stack[len(stack) - count :])


def _index(stack: Stack) -> None:
    stack.append(stack[-1 - int(stack.pop())])


def _roll(stack: Stack) -> None:
    by, count = int(stack.pop()), int(stack.pop())
    if count:
        rolled, by = stack[-count:], by % count
        stack[-count:] = rolled[count - by :] + rolled[: count - by]


def _shift(value: int, by: int) -> int:
    return value << by if by >= 0 else value >> -by


def _degrees(numerator: float, denominator: float) -> float:
    return math.degrees(math.atan2(numerator, denominator)) % 360


# ISO 32000-1, table 42. True and False are numbers to Python, so that a stack holds them.
OPERATORS: dict[str, Callable[[Stack], object]] = {
    "abs": _unary(abs),
    "add": _binary(operator.add),
    "and": _whole(operator.and_),
    "atan": _binary(_degrees),
    "bitshift": _whole(_shift),
    "ceiling": _unary(math.ceil),
    "copy": _copy,
    "cos": _unary(lambda angle: math.cos(math.radians(angle))),
    "cvi": _unary(int),
    "cvr": _unary(float),
    "div": _binary(operator.truediv),
    "dup": lambda stack: stack.append(stack[-1]),
    "eq": _binary(operator.eq),
    "exch": _exchange,
    "exp": _binary(operator.pow),
    "false": lambda stack: stack.append(False),
    "floor": _unary(math.floor),
    "ge": _binary(operator.ge),
    "gt": _binary(operator.gt),
    "idiv": _whole(lambda first, second: int(first / second)),
    "index": _index,
    "le": _binary(operator.le),
    "ln": _unary(math.log),
    "log": _unary(math.log10),
    "lt": _binary(operator.lt),
    "mod": _whole(lambda first, second: int(math.fmod(first, second))),
    "mul": _binary(operator.mul),
    "ne": _binary(operator.ne),
    "neg": _unary(operator.neg),
    "not": _unary(lambda value: not value if isinstance(value, bool) else ~int(value)),
    "or": _whole(operator.or_),
    "pop": Stack.pop,
    "roll": _roll,
    "round": _unary(lambda value: math.floor(value + 0.5)),
    "sin": _unary(lambda angle: math.sin(math.radians(angle))),
    "sqrt": _unary(math.sqrt),
    "sub": _binary(operator.sub),
    "true": lambda stack: stack.append(True),
    "truncate": _unary(math.trunc),
    "xor": _whole(operator.xor),
}


def calculator(program: bytes) -> Callable[[Sequence[float]], list[float]]:
    """The function that a program is (ISO 32000-1, 7.10.5)."""
    tokens = (match[0].decode("latin-1") for match in _TOKEN.finditer(program))
    if next(tokens, "") != "{":
        raise CannotRecolour("a function's program does not begin with a brace")
    procedure = _parsed(tokens)

    def calculate(values: Sequence[float]) -> list[float]:
        stack = list(values)
        try:
            _run(procedure, stack)
        except (ArithmeticError, IndexError, TypeError, ValueError) as error:
            raise CannotRecolour(f"a function's program fails: {error}") from error
        return stack

    return calculate


def _parsed(tokens: Iterator[str]) -> Procedure:
    procedure: Procedure = []
    for token in tokens:
        if token == "}":
            break
        procedure.append(_parsed(tokens) if token == "{" else _word(token))
    return procedure


def _word(token: str) -> float | str:
    if token in OPERATORS or token in ("if", "ifelse"):
        return token
    try:
        return float(token)
    except ValueError:
        raise CannotRecolour(f"a function's program has the unknown word '{token}'") from None


def _run(procedure: Procedure, stack: Stack) -> None:
    branches: list[Procedure] = []
    for word in procedure:
        if isinstance(word, list):
            branches.append(word)
        elif isinstance(word, float):
            stack.append(word)
        elif word in OPERATORS:
            OPERATORS[word](stack)
        else:  # one branch for `if`, two for `ifelse`
            chosen, branches = branches if stack.pop() else [*branches[1:], []], []
            _run(chosen[0], stack)
