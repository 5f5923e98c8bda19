import { graphql } from "../../gql/gql.ts";

/** The programmes with their newest rounds. */
export const ProgrammesDocument = graphql(`
  query Programmes {
    programmes {
      id
      code
      name
      description
      country
      viewerCan { edit createRound }
      rounds(first: 100) {
        nodes { id code name state timeZone stages { id name startsAt endsAt state } }
      }
    }
  }
`);

export const ProgrammeDocument = graphql(`
  query Programme($code: String!) {
    programme(code: $code) { id code name country names { en rw id } descriptions { en rw id } version }
  }
`);

export const CreateProgrammeDocument = graphql(`
  mutation CreateProgramme($input: CreateProgrammeInput!, $idempotencyKey: ID) {
    createProgramme(input: $input, idempotencyKey: $idempotencyKey) { refusals { code field values } programme { id code } }
  }
`);

export const UpdateProgrammeDocument = graphql(`
  mutation UpdateProgramme($input: UpdateProgrammeInput!, $idempotencyKey: ID) {
    updateProgramme(input: $input, idempotencyKey: $idempotencyKey) {
      refusals { code field values }
      programme { id code name names { en rw id } description descriptions { en rw id } version }
    }
  }
`);
