import type { LetterContent } from "./letter-content.ts";

export type RenderedLetter = { readonly subject: string; readonly text: string; readonly html: string };

/** The letter as plain text and as a page: headings, lists and language marked, readable without pictures, style sheets or colour. */
export function renderLetter(content: LetterContent): RenderedLetter {
  return { subject: content.subject, text: asText(content), html: asHtml(content) };
}

function asText(content: LetterContent): string {
  const { greeting, paragraphs, list, action, after, footer } = content;
  const listed = list.length > 0 ? [list.map((item) => `- ${item}`).join("\n")] : [];
  return [greeting, ...paragraphs, ...listed, `${action.label}:\n${action.url}`, ...after, `-- \n${footer}`].join("\n\n");
}

function asHtml(content: LetterContent): string {
  const { language, subject, greeting, paragraphs, list, action, after, footer } = content;
  const paragraph = (text: string) => html`<p style="margin:0 0 16px">${text}</p>`;
  const items = list.map((item) => html`<li style="margin:0 0 4px">${item}</li>`).join("");
  return [
    html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    html`<meta name="color-scheme" content="light dark"><title>${subject}</title></head>`,
    `<body style="margin:0;padding:24px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,'Liberation Sans','Helvetica Neue',Arial,sans-serif">`,
    `<main style="max-width:560px;margin:0 auto">`,
    html`<h1 style="font-size:22px;line-height:1.3;margin:0 0 24px">${subject}</h1>`,
    ...[greeting, ...paragraphs].map(paragraph),
    items ? `<ul style="margin:0 0 16px;padding-left:24px">${items}</ul>` : "",
    html`<p style="margin:24px 0"><a href="${action.url}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0b5d5a;color:#ffffff;font-weight:600;text-decoration:none">${action.label}</a></p>`,
    html`<p style="margin:0 0 24px;font-size:14px">${action.hint}<br><a href="${action.url}" style="word-break:break-all">${action.url}</a></p>`,
    ...after.map(paragraph),
    html`<hr style="border:0;border-top:1px solid #8a8a8a;margin:24px 0"><p style="margin:0;font-size:14px">${footer}</p>`,
    `</main></body></html>`,
  ].join("\n");
}

/** A piece of markup whose values are texts: each is escaped. */
function html(pieces: TemplateStringsArray, ...values: readonly string[]): string {
  return pieces.reduce((markup, piece, at) => `${markup}${escapeText(values[at - 1] ?? "")}${piece}`);
}

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
