import { type FormEvent, type ReactElement, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { PlaceSearch } from "../../lib/places/place-search.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./top-bar.module.css";

/** Search from anywhere: "/" goes to it, typing suggests places, Enter shows what was found as a page of its own. */
export function SearchBox(): ReactElement {
  const { t } = useTranslation("shell");
  const language = useLanguage();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => focusOnSlash(input), []);

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = input.current?.value.trim() ?? "";
    if (words !== "") void navigate(`/${language}/app/search?q=${encodeURIComponent(words)}`);
  };

  return (
    <search className={styles.search}>
      <form className={styles.searchForm} onSubmit={submit}>
        <Icon name="search" size={18} />
        <PlaceSearch
          ref={input}
          className={styles.searchInput ?? ""}
          label={t("search.label")}
          placeholder={t("search.hint")}
          initial={query.get("q") ?? ""}
        />
        <kbd className={styles.key}>/</kbd>
      </form>
    </search>
  );
}

function focusOnSlash(input: { readonly current: HTMLInputElement | null }): () => void {
  const listen = (event: KeyboardEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const typing = target?.isContentEditable === true || ["INPUT", "TEXTAREA", "SELECT"].includes(target?.tagName ?? "");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.current?.focus();
    input.current?.select();
  };
  document.addEventListener("keydown", listen);
  return () => document.removeEventListener("keydown", listen);
}
