"""The optional packages. Each is imported where it is used; this module says how to install a missing one."""

from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def needs(extra: str) -> Generator[None, None, None]:
    """Import packages of an extra within this context: the ImportError for a missing one gives the command."""
    try:
        yield
    except ModuleNotFoundError as error:
        message = f'{error.name} is not installed: install it with: python -m pip install "kzpeace[{extra}]"'
        raise ImportError(message, name=error.name) from error
