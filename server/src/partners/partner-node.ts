import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", {
  description: "Anything that can be fetched again by its id.",
  resolveType: (value: { readonly __typename?: string }) => value.__typename,
})
export abstract class PartnerNode {
  @Field(() => ID, { description: "Globally unique, opaque id." })
  readonly id: string;
}
