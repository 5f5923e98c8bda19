import { M0001Kernel } from "./m0001-kernel.ts";
import { M0002People } from "./m0002-people.ts";
import { M0003Places } from "./m0003-places.ts";
import { M0004Services } from "./m0004-services.ts";
import { M0005Programmes } from "./m0005-programmes.ts";
import { M0006Results } from "./m0006-results.ts";
import { M0007PublicChanges } from "./m0007-public-changes.ts";
import { M0008Innovations } from "./m0008-innovations.ts";
import { M0009Judging } from "./m0009-judging.ts";
import { M0010LeanAudit } from "./m0010-lean-audit.ts";
import { M0011IndexTouches } from "./m0011-index-touches.ts";
import { M0012CommentTranslations } from "./m0012-comment-translations.ts";

/** Every migration in the order they run. A released one is never changed; a new one goes at the end. */
export const migrations = [
  { name: "m0001-kernel", class: M0001Kernel },
  { name: "m0002-people", class: M0002People },
  { name: "m0003-places", class: M0003Places },
  { name: "m0004-services", class: M0004Services },
  { name: "m0005-programmes", class: M0005Programmes },
  { name: "m0006-results", class: M0006Results },
  { name: "m0007-public-changes", class: M0007PublicChanges },
  { name: "m0008-innovations", class: M0008Innovations },
  { name: "m0009-judging", class: M0009Judging },
  { name: "m0010-lean-audit", class: M0010LeanAudit },
  { name: "m0011-index-touches", class: M0011IndexTouches },
  { name: "m0012-comment-translations", class: M0012CommentTranslations },
];
