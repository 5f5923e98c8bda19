import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from "graphql";

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** Documents are kept and compiled once, so their nodes are the same at each request. */
const known = new WeakMap<FieldNode, Map<string, ReadonlySet<string>>>();

/**
 * Names of the fields that an operation asks of what lies at one of these paths below the resolved field, e.g. `nodes` and `edges.node` of
 * a connection; the empty path is the field itself. What may be left out (`@skip`, another type's fragment) counts as asked.
 */
export function askedFields(info: GraphQLResolveInfo, ...paths: readonly string[]): ReadonlySet<string> {
  const [node] = info.fieldNodes;
  if (!node || info.fieldNodes.length > 1) return collect(info, paths);
  const key = paths.join();
  const kept = known.get(node) ?? new Map<string, ReadonlySet<string>>();
  known.set(node, kept);
  const found = kept.get(key) ?? collect(info, paths);
  kept.set(key, found);
  return found;
}

/** The only type whose fields are asked for by `... on Type` directly below the resolved field; null for none or several. */
export function onlyTypeAsked({ fieldNodes, fragments }: GraphQLResolveInfo): string | null {
  const types = fieldNodes.flatMap(({ selectionSet }) =>
    (selectionSet?.selections ?? []).flatMap((selection) => {
      if (selection.kind === "Field") return [];
      const condition = selection.kind === "InlineFragment" ? selection.typeCondition : fragments[selection.name.value]?.typeCondition;
      return condition?.name.value ?? [];
    }),
  );
  return types.length === 1 ? (types[0] ?? null) : null;
}

function collect({ fieldNodes, fragments }: GraphQLResolveInfo, paths: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of paths) {
    let sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    for (const step of path === "" ? [] : path.split("."))
      sets = sets.flatMap((set) =>
        fieldsOf(set, fragments).flatMap((field) => (field.name.value === step ? (field.selectionSet ?? []) : [])),
      );
    for (const set of sets) for (const field of fieldsOf(set, fragments)) names.add(field.name.value);
  }
  return names;
}

function fieldsOf(set: SelectionSetNode, fragments: Fragments): readonly FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === "Field") return selection;
    const inner = selection.kind === "InlineFragment" ? selection.selectionSet : fragments[selection.name.value]?.selectionSet;
    return inner ? fieldsOf(inner, fragments) : [];
  });
}
