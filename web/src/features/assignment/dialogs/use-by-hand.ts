import { useSearchParams } from "react-router";
import type { AssignByHandInput } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useNavigateOnce } from "../../../ui/use-navigate-once.ts";
import { AssignByHandDocument } from "../assignment.query.ts";
import { useAssignmentContext } from "../use-assignment.ts";

/** Assigns by hand in the page's stage and leads back; nothing to do leads back as well. */
export function useByHand() {
  const { stage, refetch } = useAssignmentContext();
  const navigate = useNavigateOnce();
  const [search] = useSearchParams();
  const { act, busy, failure } = useAct(AssignByHandDocument);
  const close = (): void => navigate({ pathname: "../", search: search.toString() }, { preventScrollReset: true });
  const assign = async (input: Omit<AssignByHandInput, "stageId">): Promise<void> => {
    const isNothing = input.add?.length === 0 && input.remove?.length === 0;
    if (!isNothing && !(await act({ input: { ...input, stageId: stage.id } }))) return;
    await refetch();
    close();
  };
  return { assign, close, busy, failure };
}
