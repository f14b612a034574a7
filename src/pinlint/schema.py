"""The shape of pins.toml as pydantic models; the JSON Schema that editors use is generated from them."""

from __future__ import annotations

import datetime
import os
import re
from typing import Annotated, Any, Literal

# The models ask for no plugins, and to look for some pydantic reads the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from pinlint.globs import glob
from pinlint.pins import VERSION
from pinlint.ranges import older

LONGEST = 1000  # characters of a pattern


def _version(text: str) -> str:
    if not VERSION.fullmatch(text):
        shorter = text.lstrip("vV=")
        hint = f'; write "{shorter}"' if re.fullmatch(r"\d[\w.]*", shorter) else '; write digits and dots, as in "3.12"'
        raise ValueError(f"{text!r} is no version{hint}")
    return text


def _pattern(text: str) -> str:
    if len(text) > LONGEST:
        raise ValueError(f"the pattern is longer than {LONGEST} characters")
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"the pattern doesn't compile: {error}") from None
    return text


def _inside(text: str) -> str:
    if text.startswith("/") or ".." in text.split("/"):
        raise ValueError(f"{text!r} leads out of the repository; name a path inside it")
    return text


def _glob(text: str) -> str:
    glob(text)
    return text


Version = Annotated[str, AfterValidator(_version), Field(strict=True)]
Path = Annotated[str, AfterValidator(_inside)]
Glob = Annotated[str, AfterValidator(_inside), AfterValidator(_glob)]


class Table(BaseModel):
    """Every table of the file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", defer_build=True)  # built once, as parts of PinsFile


def release(version: str) -> str:
    """What is the same however a version is spelled: `3.6` and `3.6.0` are one, `3.6.1` and `3.6rc1` others."""
    return re.sub(r"(?:\.0+)+(?![.\d])", "", version)


class PinTable(Table):
    """The long form of a pin."""

    version: Version | None = Field(None, description="What runs and ships.")
    supports: list[Version] = Field([], description="What lists of versions must say; the lowest is the floor.")
    allow: list[Version] = Field([], description="Versions that a single place may also say.")
    minimum: Version | None = Field(None, description="The floor alone, instead of supports.")
    aliases: list[str] = Field([], description="Other names of the subject.")
    source: Path | None = Field(None, alias="from", description="The file whose one mention is the version.")

    @model_validator(mode="after")
    def _says_something(self) -> PinTable:
        for name, versions in (("supports", self.supports), ("allow", self.allow)):
            # What a place may also say is a spelling: `==12.0` and `==12.0.0` are two of them.
            if len({release(v) if name == "supports" else v for v in versions}) < len(versions):
                raise ValueError(f"{name} says a version twice; keep one of them")
        if self.version and self.source:
            raise ValueError("version and from exclude each other; keep one of them")
        if not (self.version or self.source or self.supports or self.minimum):
            raise ValueError("says no version; give version, supports, minimum or from")
        if self.supports and self.minimum:
            raise ValueError("minimum is the lowest of supports already; keep one of them")
        if self.version and self.minimum and older(self.version, self.minimum):
            raise ValueError(f"version {self.version} is below the minimum, {self.minimum}; one of them is out of date")
        return self


def _long(given: Any) -> Any:
    """The short form of a pin, a version alone, as the long one."""
    return given if isinstance(given, dict) else {"version": given}


PinValue = Annotated[PinTable, BeforeValidator(_long)]


class OverrideTable(Table):
    """Part of the repository with pins of its own."""

    files: list[Glob] = Field(min_length=1)
    pins: dict[str, PinValue]


class PlaceTable(Table):
    """A place that no format knows."""

    files: list[Glob] = Field(min_length=1)
    pattern: Annotated[str, AfterValidator(_pattern)]


class RequireTable(Table):
    """A place that must say a pin."""

    pin: str
    files: list[Glob] = Field(min_length=1)


class IgnoreTable(Table):
    """Places that are left alone, and why."""

    files: list[Glob] = Field(["**"], min_length=1)
    pins: list[str] = []
    reason: str = Field(min_length=1)
    until: datetime.date | None = None


class PinsFile(Table):
    """pins.toml: one declarative source of truth for the versions that a repository repeats."""

    plugins: list[str] = Field([], description="Formats of installed packages, by their entry point's name.")
    formats: list[Literal["prose", "python-code", "recorded-kernel"]] = Field([], description="Optional formats to read as well.")
    pins: dict[str, PinValue] = {}
    overrides: list[OverrideTable] = []
    places: list[PlaceTable] = []
    require: list[RequireTable] = []
    ignore: list[IgnoreTable] = []
    rules: dict[str, Literal["error", "advice", "off"]] = {}


def keys(loc: list[Any]) -> set[str]:
    """The keys that are allowed beside the unknown one at `loc`."""
    tables: dict[str, type[Table]] = {
        "pins": PinTable, "overrides": OverrideTable, "places": PlaceTable, "require": RequireTable,
        "ignore": IgnoreTable,
    }
    table = PinsFile if len(loc) == 1 else PinTable if "pins" in loc[:-1] else tables.get(str(loc[0]), PinsFile)
    return {field.alias or name for name, field in table.model_fields.items()}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of pins.toml."""
    schema = PinsFile.model_json_schema()
    for table in (schema, schema["$defs"]["OverrideTable"]):
        table["properties"]["pins"]["additionalProperties"] = {
            "anyOf": [{"type": "string", "description": "The version."}, {"$ref": "#/$defs/PinTable"}]
        }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
