internal import Text

/// The schema that a session as JSON follows (JSON Schema, draft 2020-12): what `plenum export --schema` prints.
public let sessionSchema = #"""
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A Plenum session",
    "description": "A whole workshop with its draft, as plenum export --to json writes it. Handles never change.",
    "type": "object",
    "required": ["format", "version", "title", "language", "run", "method", "date", "participants", "questions", "findings", "draft"],
    "additionalProperties": false,
    "properties": {
      "format": {"const": "plenum-session"},
      "version": {"const": 1},
      "title": {"type": "string"},
      "language": {"type": "string", "pattern": "^[a-z]{2,3}$"},
      "run": {"type": "string"},
      "method": {
        "type": "object", "required": ["name", "version"], "additionalProperties": false,
        "properties": {"name": {"type": "string"}, "version": {"type": "string"}}
      },
      "date": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
      "participants": {
        "type": "array",
        "items": {
          "type": "object", "required": ["initials", "name"], "additionalProperties": false,
          "properties": {"initials": {"type": "string"}, "name": {"type": "string"}}
        }
      },
      "questions": {
        "description": "What is asked or answered, in the order of the walk.",
        "type": "array", "items": {"$ref": "#/$defs/question"}
      },
      "findings": {
        "description": "What is missing, in the order of the walk.",
        "type": "array",
        "items": {
          "type": "object", "required": ["severity", "check", "accepted", "question", "message"],
          "additionalProperties": false,
          "properties": {
            "severity": {"enum": ["error", "warning", "note"]}, "check": {"type": "string"},
            "accepted": {"description": "Why the room lets it stand; null when it does not.", "type": ["string", "null"]},
            "question": {"type": "string"}, "message": {"type": "string"}
          }
        }
      },
      "measuredValues": {
        "description": "What was measured, in the order in which it was said; number is null where it was removed.",
        "type": "array",
        "items": {
          "type": "object",
          "required": ["value", "kpi", "first", "last", "number", "incomplete", "newBaseline", "speaker", "remark", "source"],
          "additionalProperties": false,
          "properties": {
            "value": {"type": "string"}, "kpi": {"type": "string"},
            "first": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "last": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "number": {"type": ["number", "null"]}, "incomplete": {"type": "boolean"},
            "newBaseline": {"description": "Counted in another way from here on.", "type": "boolean"},
            "speaker": {"type": ["string", "null"]}, "remark": {"type": "string"}, "source": {"type": "string"}
          }
        }
      },
      "standings": {
        "description": "How each answer that can be measured stands on the day of its last value.",
        "type": "array",
        "items": {
          "type": "object", "required": ["kpi", "state", "reason", "value"], "additionalProperties": false,
          "properties": {
            "kpi": {"type": "string"},
            "state": {"enum": ["reached", "ahead", "on-track", "behind", "missed", "too-early", "cannot-say"]},
            "reason": {
              "enum": ["nothing-measured", "no-course", "no-time", "incomplete", "old", "starts-anew", "too-early", null]
            },
            "value": {"type": ["string", "null"]}
          }
        }
      },
      "draft": {
        "type": "object", "required": ["title", "parts"], "additionalProperties": false,
        "properties": {"title": {"type": "string"}, "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}}}
      }
    },
    "$defs": {
      "question": {
        "type": "object", "required": ["id", "label", "required", "skipped", "columns", "answers"],
        "additionalProperties": false,
        "properties": {
          "id": {"type": "string"}, "label": {"type": "string"}, "required": {"type": "boolean"},
          "skipped": {"description": "Why it was passed over; null when it was not.", "type": ["string", "null"]},
          "columns": {
            "type": "array",
            "items": {
              "type": "object", "required": ["id", "label"], "additionalProperties": false,
              "properties": {"id": {"type": "string"}, "label": {"type": "string"}}
            }
          },
          "answers": {"type": "array", "items": {"$ref": "#/$defs/answer"}}
        }
      },
      "answer": {
        "type": "object", "required": ["handle", "place", "speaker", "cells", "text"], "additionalProperties": false,
        "properties": {
          "handle": {"type": "string"},
          "place": {
            "description": "Where it stands in a grid.",
            "type": ["object", "null"], "required": ["row", "across"], "additionalProperties": false,
            "properties": {"row": {"type": "string"}, "across": {"type": ["string", "null"]}}
          },
          "speaker": {"type": ["string", "null"]},
          "cells": {
            "description": "By column: numbers as numbers, days as ISO 8601, options and others by their names, null when open.",
            "type": "object",
            "additionalProperties": {
              "anyOf": [
                {"type": ["string", "number", "boolean", "null"]}, {"type": "array", "items": {"type": "string"}}
              ]
            }
          },
          "text": {"description": "What the answer is known by.", "type": "string"}
        }
      },
      "part": {
        "type": "object", "required": ["id", "title", "state", "blocks"], "additionalProperties": false,
        "properties": {
          "id": {"type": "string"}, "title": {"type": ["string", "null"]},
          "state": {"enum": ["decided", "proposed", "open", "skipped", null]},
          "blocks": {
            "type": "array",
            "items": {
              "type": "object", "required": ["kind", "texts"], "additionalProperties": false,
              "properties": {
                "kind": {
                  "enum": ["heading", "paragraph", "boxed", "list", "ticks", "table", "cross", "cards", "quotes", "tree",
                    "figure", "timeline", "calendar"]
                },
                "texts": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["text", "from", "gap"], "additionalProperties": false,
                    "properties": {
                      "text": {"type": "string"},
                      "from": {"description": "The handles of the answers it came from.", "type": "array", "items": {"type": "string"}},
                      "gap": {"description": "Whether it says that something is missing.", "type": "boolean"}
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  """#
