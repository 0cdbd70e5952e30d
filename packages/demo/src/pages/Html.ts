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

/** Markup that is safe to send. @internal */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What can stand in a page. @internal */
export type HtmlPart =
  Html | string | number | undefined | false | readonly HtmlPart[];

/**
 * A piece of a page: what is put in is escaped, unless it is markup itself.
 *
 * @internal
 */
export function html(
  texts: TemplateStringsArray,
  ...parts: readonly HtmlPart[]
): Html {
  return new Html(
    texts.reduce(
      (markup, text, index) => markup + render(parts[index - 1]) + text,
    ),
  );
}

function render(part: HtmlPart): string {
  if (part instanceof Html) {
    return part.markup;
  }
  if (Array.isArray(part)) {
    return part.map(render).join('');
  }
  return part === undefined || part === false ? '' : escape(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]);
}
