import { useQuery } from "@apollo/client/react";
import { LIMITS } from "@isonga/schema/limits";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { graphql } from "../../gql/gql.ts";
import { areaAddress, pathText } from "../../lib/places/area-path.ts";
import { QueryError } from "../../lib/refusals/query-error.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./area.module.css";

/** What the search at the top found: places, each with where it lies, since names repeat. */
export function Component(): ReactElement {
  const { t } = useTranslation("places");
  const language = useLanguage();
  const [query] = useSearchParams();
  const words = (query.get("q") ?? "").trim().slice(0, LIMITS.searchLength);
  const { data, loading, error, refetch } = useQuery(SEARCH, { variables: { text: words }, skip: words === "" });
  const found = data?.searchPlaces ?? [];
  const title = words === "" ? t("search.title") : t("search.titleFor", { words });
  if (error) return <Page title={title}>{<QueryError error={error} retry={() => void refetch()} />}</Page>;
  return (
    <Page title={title} loading={loading && !data}>
      {found.length === 0 ? (
        <EmptyState what={words === "" ? t("search.start") : t("search.nothing", { words })} />
      ) : (
        <ul className={styles.found}>
          {found.map((place) => (
            <li key={place.id}>
              <Link to={`/${language}/app/${areaAddress(place)}`}>
                <strong>{place.name}</strong> {place.levelName} · {place.code}
                <span className={styles.where}>{pathText(place)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

const SEARCH = graphql(`
  query SearchPlaces($text: String!) {
    searchPlaces(text: $text, first: 50) {
      id
      country
      code
      name
      levelName
      ancestors {
        id
        name
      }
    }
  }
`);
