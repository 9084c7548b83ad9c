"""XML as it is written: elements in, bytes out, indented as a person would."""

from __future__ import annotations

from html import escape

from app.interchange.xml_door import Node
from app.interchange.xml_text import plain


def bytes_of(root: Node) -> bytes:
    """Write a tree in UTF-8; an element has text or children, never both."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    _write(root, 0, lines)
    return ("\n".join(lines) + "\n").encode()


def node(tag: str, content: str | list[Node] | None = None, **attributes: str) -> Node:
    """Return an element; an attribute's `__` stands for the `:` behind a prefix."""
    named = {name.replace("__", ":"): value for name, value in attributes.items()}
    if isinstance(content, str):
        return Node(tag, named, content)
    return Node(tag, named, "", content or [])


def _write(node: Node, depth: int, lines: list[str]) -> None:
    indent = "  " * depth
    given = "".join(f' {name}="{_attribute(value)}"' for name, value in node.attributes.items())
    if node.children:
        lines.append(f"{indent}<{node.tag}{given}>")
        for each in node.children:
            _write(each, depth + 1, lines)
        lines.append(f"{indent}</{node.tag}>")
    elif node.text:
        lines.append(f"{indent}<{node.tag}{given}>{escape(plain(node.text), quote=False)}</{node.tag}>")
    else:
        lines.append(f"{indent}<{node.tag}{given}/>")


def _attribute(value: str) -> str:
    return escape(plain(value)).replace("\n", "&#10;").replace("\t", "&#9;")
