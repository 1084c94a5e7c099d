"""The optional packages: what each extra is for is written where it is used; here is only what is said without it."""

from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def needs(extra: str) -> Generator[None, None, None]:
    """Import inside it what an extra of this package installs: where that is missing, the error says the command.

    Args:
        extra: The extra's name, e.g. `"pandas"`.

    Raises:
        ImportError: A package is not installed.

    >>> with needs("pandas"):
    ...     import no_such_package
    Traceback (most recent call last):
    ...
    ImportError: no_such_package is not installed: install it with: python -m pip install "kzpeace[pandas]"
    """
    try:
        yield
    except ModuleNotFoundError as error:
        message = f'{error.name} is not installed: install it with: python -m pip install "kzpeace[{extra}]"'
        raise ImportError(message, name=error.name) from error
