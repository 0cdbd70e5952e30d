/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/** One style sheet for all pages; colors have a contrast of 4.5 and more. @internal */
export const style = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1d2329, #e3e8ee);
  --quiet: light-dark(#56606b, #a3adb8);
  --page: light-dark(#ffffff, #14181d);
  --panel: light-dark(#f4f6f8, #1d2329);
  --line: light-dark(#d5dbe1, #38414b);
  --link: light-dark(#0b5cad, #7db8f5);
  --added: light-dark(#e3f6e8, #12311c);
  --deleted: light-dark(#fde8e8, #3d1518);
  --button: light-dark(#1a6b34, #2d8a4a);
  --open: light-dark(#1a6b34, #7fd898);
  --merged: light-dark(#6b3fa0, #c5a3f0);
  --closed: light-dark(#a1262b, #f2a0a3);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 0 1rem 3rem;
  max-width: 62rem;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { margin: 1.5rem 0 0.5rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.2rem; }
h3 { margin: 1.2rem 0 0.3rem; font-size: 1rem; }
code, pre, .path { font-family: ui-monospace, monospace; font-size: 0.875rem; }
h1.path { font-size: 1.25rem; }
code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--panel); }
ul, ol { padding-left: 1.4rem; }
.crumbs, .branches, .list, .files { padding: 0; list-style: none; }
.crumbs { display: flex; flex-wrap: wrap; margin: 1rem 0 0.5rem; }
.crumbs li + li::before { content: '/'; margin: 0 0.5em; color: var(--quiet); }
.branches { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
.branches [aria-current] { color: var(--text); font-weight: 600; text-decoration: none; }
.list li { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
.files li { padding: 0.15rem 0; }
.quiet { color: var(--quiet); font-size: 0.9rem; font-weight: 400; }
.demo {
  margin: 0;
  padding: 0.4rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--panel);
  font-size: 0.9rem;
}
.badge {
  display: inline-block;
  padding: 0 0.6em;
  border: 1px solid currentcolor;
  border-radius: 1em;
  font-size: 0.85rem;
  font-weight: 600;
  color: var(--quiet);
}
.badge.open { color: var(--open); }
.badge.merged, .badge.success { color: var(--merged); }
.badge.closed, .badge.failure { color: var(--closed); }
.action {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1rem;
  align-items: center;
  margin: 1rem 0;
  padding: 1rem;
  border: 1px solid var(--line);
  border-radius: 6px;
}
.action p { margin: 0; }
button {
  min-height: 2.75rem;
  padding: 0 1.25rem;
  border: 0;
  border-radius: 6px;
  background: light-dark(#1a6b34, #1f7a3c);
  color: #ffffff;
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
.markdown { padding: 0.25rem 1rem; border: 1px solid var(--line); border-radius: 6px; }
.markdown blockquote { margin: 0.5rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
.table { overflow-x: auto; overflow-wrap: normal; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.3rem 0.5rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
.code {
  margin: 0;
  padding: 0.5rem;
  border-radius: 6px;
  background: var(--panel);
  white-space: pre-wrap;
  line-height: 1.4;
}
.diff { margin: 0.5rem 0; border: 1px solid var(--line); border-radius: 6px; }
.diff summary { padding: 0.5rem 0.75rem; cursor: pointer; }
.diff .added { background: var(--added); }
.diff .deleted { background: var(--deleted); }
.diff .hunk { color: var(--quiet); }
.diff pre span { display: block; }
`;
