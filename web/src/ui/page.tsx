import { Fragment, type ReactElement, type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import styles from "./page.module.css";

/** A step of the way to a page: its name and, but for the page itself, where it is. */
export type Crumb = { readonly label: string; readonly to?: string };

/** A page: its way, its one heading, what can be done, and its content. While `loading`, a skeleton stands in the content's place. */
export function Page(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly breadcrumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  readonly loading?: boolean;
  /** The skeleton in the page's own shape; lines of text when none is given. */
  readonly skeleton?: ReactNode;
  /** Narrow for reading and forms, wide for tables. */
  readonly width?: "narrow" | "wide";
  readonly children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation("common");
  useEffect(() => {
    document.title = `${props.title} · ${t("product")}`;
  }, [props.title, t]);
  return (
    <div className={styles.page} data-width={props.width ?? "wide"}>
      <Breadcrumbs crumbs={props.breadcrumbs ?? []} label={t("breadcrumbs")} />
      <div className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title}>{props.title}</h1>
          {props.lead === undefined ? null : <div className={styles.lead}>{props.lead}</div>}
        </div>
        {props.actions === undefined ? null : <div className={styles.actions}>{props.actions}</div>}
      </div>
      <div className={styles.content} aria-busy={props.loading === true}>
        {props.loading === true ? (props.skeleton ?? <SkeletonLines />) : props.children}
      </div>
    </div>
  );
}

/** A titled part of a page. */
export function Section(props: { readonly title: string; readonly actions?: ReactNode; readonly children: ReactNode }): ReactElement {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{props.title}</h2>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}

/** Grey lines where text will be, at most 24. */
export function SkeletonLines({ lines = 6 }: { readonly lines?: number }): ReactElement {
  const { t } = useTranslation("common");
  return (
    <div className={styles.skeleton} role="status">
      <span className={styles.hidden}>{t("loading")}</span>
      {BONES.slice(0, lines).map((bone) => (
        <span key={bone.line} className={styles.bone} style={{ inlineSize: bone.width }} />
      ))}
    </div>
  );
}

const BONES = Array.from({ length: 24 }, (_, line) => ({ line, width: `${[92, 76, 84, 60][line % 4]}%` }));

function Breadcrumbs({ crumbs, label }: { readonly crumbs: readonly Crumb[]; readonly label: string }): ReactElement | null {
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label={label} className={styles.crumbs}>
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.label}>
          {index === 0 ? null : (
            <span aria-hidden="true" className={styles.slash}>
              ›
            </span>
          )}
          {crumb.to === undefined ? <span>{crumb.label}</span> : <Link to={crumb.to}>{crumb.label}</Link>}
        </Fragment>
      ))}
    </nav>
  );
}
