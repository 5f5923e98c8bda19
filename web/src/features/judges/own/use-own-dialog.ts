import { useParams } from "react-router";
import { client } from "../../../lib/apollo/client.ts";
import { useNavigateOnce } from "../../../ui/use-navigate-once.ts";

/** The judgeship of a dialog over the judge's own page, and the ways back. */
export function useOwnDialog(): { readonly judgeId: string; readonly close: () => void; readonly done: () => void } {
  const { judgeId = "" } = useParams();
  const navigate = useNavigateOnce();
  const close = (): void => navigate("..", { preventScrollReset: true });
  return {
    judgeId,
    close,
    done: () => {
      client.cache.evict({ fieldName: "judgeships" });
      close();
    },
  };
}
