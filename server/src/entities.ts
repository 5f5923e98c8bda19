import { Person } from "./people/person.entity.ts";

/** Every entity, for the ORM. */
export const entities = [Person];
