"""Declarative shadow trees: templates that a browser shows, with the children of their host in their slots.

"shadowrootmode" makes a <template> the shadow tree of the element that it stands in, its host (HTML standard,
4.12.3); slots say where in the tree the host's other children are shown (4.12.4). Servers that render custom
elements write pages of them.
"""

from __future__ import annotations

from lxml import etree

from articlex.read.html.tree import Element, empty

#: A template, and the slots that belong to it.
_Tree = tuple[Element, list[Element]]

_ATTRIBUTE = "shadowrootmode"
#: The tag of templates and slots until they are taken out, and what they hold stays.
_TRANSPARENT = "shown"


def lay_out_shadow_trees(root: Element) -> None:
    """Move the children of hosts into the slots where a browser shows them, innermost shadow trees first.

    A template that is not the first child, as behind <x-icon/>, which libxml2 ends there, is shown in its
    place with its slots as they are.
    """
    for template, slots in reversed(_shadow_trees(root)):
        host = template.getparent()
        if host is not None and template.getprevious() is None:
            _fill(host, template, slots)
        for each in (template, *slots):
            each.tag = _TRANSPARENT
    etree.strip_tags(root, _TRANSPARENT)


def _shadow_trees(root: Element) -> list[_Tree]:
    """The templates that are shadow trees, in document order."""
    found: list[_Tree] = []
    around: list[_Tree | None] = []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=("template", "slot")):
        if element.tag == "slot":
            if event == "start" and around and (tree := around[-1]) is not None:
                tree[1].append(element)
        elif event == "end":
            around.pop()
        elif _ATTRIBUTE in element.attrib:
            found.append((element, []))
            around.append(found[-1])
        else:
            around.append(None)
    return found


def _fill(host: Element, template: Element, slots: list[Element]) -> None:
    """Move the children of ``host`` into their slots; those without one go behind, and are hidden."""
    named: dict[str, Element] = {}
    for slot in slots:
        named.setdefault(slot.get("name", ""), slot)
    children = [child for child in host if child is not template]
    unshown = etree.Element("div" if children else "span", hidden="")
    filled = {unshown}
    common = named.get("", unshown)
    _add_text(common, f"{host.text or ''}{template.tail or ''}", filled)
    host.text = template.tail = None
    for child in children:
        name, text = child.get("slot", ""), child.tail or ""
        child.tail = None
        slot = named.get(name, unshown) if name else common
        _empty(slot, filled)
        slot.append(child)
        _add_text(common, text, filled)
    # Without its style sheet, an element may hold nothing but text, and then stand in a line.
    for sheet in template.findall("style"):
        sheet.tag = _TRANSPARENT
        sheet.text = None
    if len(unshown):
        host.append(unshown)


def _add_text(slot: Element, text: str, filled: set[Element]) -> None:
    """Put text into a slot; white space alone does not replace what the slot shows by default."""
    if text.strip():
        _empty(slot, filled)
    if text and slot in filled:
        etree.SubElement(slot, _TRANSPARENT).text = text


def _empty(slot: Element, filled: set[Element]) -> None:
    """Take what a slot shows by default out of it, when the first thing is put there."""
    if slot not in filled:
        filled.add(slot)
        empty(slot)
