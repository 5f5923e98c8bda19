import { DECIMAL } from "@isonga/schema/format";
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** An exact decimal number as a string, e.g. `"61.16"`; never a float on its way. */
export const DecimalScalar = textScalar({
  name: "Decimal",
  description: 'An exact decimal number written with a point, as a string, e.g. `"61.16"`.',
  pattern: DECIMAL,
});

/** A calendar month, `YYYY-MM`. */
export const YearMonthScalar = textScalar({
  name: "YearMonth",
  description: 'A calendar month, e.g. `"2022-11"`.',
  pattern: /^\d{4}-(0[1-9]|1[0-2])$/,
});

/** A calendar day without time or zone, `YYYY-MM-DD`. */
export const LocalDateScalar = textScalar({
  name: "LocalDate",
  description: 'A calendar day without time or zone, e.g. `"2022-11-25"`.',
  pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
});

/** Any JSON value: for what is data to the platform itself, such as an instrument's definition. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  description: "Any JSON value; its form is described where it is used.",
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: function literal(node): unknown {
    switch (node.kind) {
      case Kind.OBJECT:
        return Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value)]));
      case Kind.LIST:
        return node.values.map((value) => literal(value));
      case Kind.INT:
      case Kind.FLOAT:
        return Number(node.value);
      case Kind.STRING:
      case Kind.BOOLEAN:
      case Kind.ENUM:
        return node.value;
      default:
        return null;
    }
  },
});

type TextScalar = { readonly name: string; readonly description: string; readonly pattern: RegExp };

function textScalar({ name, description, pattern }: TextScalar): GraphQLScalarType<string, string> {
  const check = (value: unknown): string => {
    if (typeof value === "string" && pattern.test(value)) return value;
    throw new GraphQLError(`${name} cannot be ${JSON.stringify(value)}`, { extensions: { code: "BAD_USER_INPUT" } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => check(value),
    parseValue: check,
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : null),
  });
}

/** An instant: rows bring PostgreSQL's text, entities bring a `Date`; both go out as ISO 8601 in UTC. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: 'An instant in ISO 8601, e.g. `"2022-11-25T08:00:00.000Z"`.',
  serialize: (value) => instantOf(value).toISOString(),
  parseValue: (value) => instantOf(value),
  parseLiteral: (node) => instantOf(node.kind === Kind.STRING ? node.value : null),
});

/** An instant on its way to a reader. */
export type Instant = Date | string;

function instantOf(value: unknown): Date {
  const instant = value instanceof Date ? value : new Date(typeof value === "string" ? value : Number.NaN);
  if (Number.isNaN(instant.getTime()))
    throw new GraphQLError(`DateTime cannot be ${JSON.stringify(value)}`, { extensions: { code: "BAD_USER_INPUT" } });
  return instant;
}
