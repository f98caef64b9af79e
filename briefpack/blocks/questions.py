"""The questions to be ready for, with their answers."""

from typing import ClassVar

from briefpack.blocks.block import Block


class QuestionsBlock(Block):
    """The brief's `questions`, the hardest first: who has little time reads from the top."""

    name: ClassVar[str] = "questions"
    noun: ClassVar[str] = "list of questions"
    usage: ClassVar[str] = ":::{questions}"
    shows: ClassVar[bool] = True
