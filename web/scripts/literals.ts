import { parseSync } from "vite";

/** Words in the code where a key belongs. */
export type Literal = { readonly line: number; readonly text: string };

/**
 * User-visible words that a file has in itself: text between tags, strings shown as children, and strings in the attributes and
 * properties that people read or hear. Letters of any script count; figures, signs and dashes do not.
 */
export function literalsIn(file: string, code: string): readonly Literal[] {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Literal[] = [];
  walk(program, (node) => {
    for (const text of shownBy(node)) {
      if (/\p{L}/u.test(text.text)) found.push({ line: code.slice(0, text.at).split("\n").length, text: text.text.trim() });
    }
  });
  return found;
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };
type Shown = { readonly text: string; readonly at: number };

const ATTRIBUTES =
  /^(aria-(label|description|roledescription|valuetext)|title|placeholder|label|alt|description|error|lead|what|words?|act|kept|next)$/;
const PROPERTIES = /^(header|title|placeholder|aria-label)$/;

function shownBy(node: Node): readonly Shown[] {
  if (node.type === "JSXText") return [{ text: String(node["value"]), at: node.start }];
  if (node.type === "JSXElement" || node.type === "JSXFragment") {
    const children = Array.isArray(node["children"]) ? node["children"].filter(isNode) : [];
    return children.filter((child) => child.type === "JSXExpressionContainer").flatMap((child) => strings(child["expression"]));
  }
  if (node.type === "JSXAttribute" && ATTRIBUTES.test(nameOf(node["name"]))) {
    const value = node["value"];
    return isNode(value) && value.type === "JSXExpressionContainer" ? strings(value["expression"]) : strings(value);
  }
  if (node.type === "Property" && PROPERTIES.test(nameOf(node["key"]))) return strings(node["value"]);
  if (node.type === "AssignmentExpression" && isNode(node["left"]) && nameOf(node["left"]["property"]) === "title")
    return strings(node["right"]);
  return [];
}

/** The strings that an expression may come to; what goes into a call is the callee's. */
function strings(expression: unknown): readonly Shown[] {
  if (!isNode(expression)) return [];
  const { type } = expression;
  if (type === "Literal") return typeof expression["value"] === "string" ? [{ text: expression["value"], at: expression.start }] : [];
  if (type === "TemplateLiteral") {
    const pieces = Array.isArray(expression["quasis"]) ? expression["quasis"].filter(isNode) : [];
    return pieces.map((piece) => ({ text: String(readCooked(piece["value"])), at: piece.start }));
  }
  if (type === "ConditionalExpression") return [...strings(expression["consequent"]), ...strings(expression["alternate"])];
  if (type === "LogicalExpression") return [...strings(expression["left"]), ...strings(expression["right"])];
  if (type === "BinaryExpression" && expression["operator"] === "+")
    return [...strings(expression["left"]), ...strings(expression["right"])];
  return [];
}

function readCooked(value: unknown): unknown {
  return typeof value === "object" && value !== null && "cooked" in value ? value.cooked : "";
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  return String(node["name"] ?? node["value"] ?? "");
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (isNode(value)) {
    visit(value);
    for (const child of Object.values(value)) walk(child, visit);
  }
}
