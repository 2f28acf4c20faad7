"""The parsed tree: what lxml calls its elements, and the attributes of one."""

from __future__ import annotations

from lxml import etree

Element = etree._Element
Attributes = dict[str, str]
