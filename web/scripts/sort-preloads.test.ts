import { expect, it } from "vitest";
import { sortLists } from "./sort-preloads.ts";

const MAP = 'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["a.js","b.css","c.js","d.css"])))=>i.map(i=>d[i]);';

it("sorts the scripts that come along with a page, and leaves its styles in their order behind them", () => {
  expect(sortLists(`${MAP}x(()=>import("p"),__vite__mapDeps([3,2,1,0]));`)).toBe(`${MAP}x(()=>import("p"),__vite__mapDeps([0,2,3,1]));`);
});

it("leaves a script without such lists as it is", () => {
  expect(sortLists("const a=[3,2,1];")).toBe("const a=[3,2,1];");
});
