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

import { MessageParams } from '../model';
import { formatParam, ParamFormat, ParamLanguage } from './formatParam';
import { Message } from './Message';

/**
 * Fills a message in. Lists are joined with commas; a parameter that is missing
 * stays as its placeholder, so that it is seen. `{since:age}` and the other
 * formats of `formatParam` turn instants and amounts into words. Of two full stops,
 * where somebody else's sentence ends one of ours, one is left.
 *
 * @public
 */
export function renderMessage(
  message: Message,
  params: MessageParams,
  options: {
    /** UTC ISO instant, for ages. */
    readonly now?: string;
    /** English when left out. */
    readonly language?: ParamLanguage;
  } = {},
): Message {
  const fill = (text: string) =>
    text.replace(
      /\{([A-Za-z]+)(?::([a-z]+))?\}(\.?)/g,
      (placeholder, name, format, stop) => {
        const value = Object.hasOwn(params, name) ? params[name] : undefined;
        if (value === undefined) {
          return placeholder;
        }
        const words = [value]
          .flat()
          .map(item => formatParam(item, format as ParamFormat, options))
          .join(', ');
        return words.endsWith('.') ? words : `${words}${stop}`;
      },
    );
  return { summary: fill(message.summary), remedy: fill(message.remedy) };
}
