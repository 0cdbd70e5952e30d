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

import { Html, html } from './Html';

/** One page: what is around its content. @internal */
export function layout(page: {
  readonly title: string;
  /** Path of the forge, such as `/demo/forge`. */
  readonly root: string;
  /** From the forge's first page to here, without it. */
  readonly trail: readonly { readonly text: string; readonly href?: string }[];
  readonly content: Html;
}): string {
  const { title, root, trail, content } = page;
  const crumbs = [{ text: 'Demo forge', href: `${root}/` }, ...trail];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Demo forge</title>
        <link rel="stylesheet" href="${root}/style.css" />
      </head>
      <body>
        <header>
          <nav aria-label="Breadcrumb">
            <ol class="crumbs">
              ${crumbs.map(
                ({ text, href }) =>
                  html`<li>
                    ${
                      href
                        ? html`<a href="${href}">${text}</a>`
                        : html`<span aria-current="page">${text}</span>`
                    }
                  </li>`,
              )}
            </ol>
          </nav>
          <p class="demo">
            This is a demo forge. It runs inside the portal, and everything in
            it is made up.
          </p>
        </header>
        <main>${content}</main>
      </body>
    </html> `.markup;
}
