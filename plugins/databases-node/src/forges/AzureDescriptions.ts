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

/*
 * A description of a pull request has 4,000 characters at most. What is longer
 * goes on in a comment, and what machines read stays where it is:
 *
 *   description                                comment, in a thread that is closed
 *     text, up to a blank line                   <!-- basewell:continued -->
 *     *Continues in a comment below.*            the rest of the text
 *     HTML comments that it ended with
 *
 * https://learn.microsoft.com/en-us/rest/api/azure/devops/git/pull-request-threads
 */
import { InputError } from '@backstage/errors';
import { AzureApi } from './AzureApi';
import { ForgeCall } from './ForgeHttp';

/** What we read of Azure DevOps' `GitPullRequestCommentThread`. */
interface Thread {
  readonly id: number;
  readonly isDeleted?: boolean;
  readonly comments?: readonly {
    readonly id: number;
    readonly content?: string;
    readonly isDeleted?: boolean;
  }[];
}

interface Continuation {
  readonly thread: number;
  readonly comment: number;
  readonly text: string;
}

const LONGEST = 4_000;
const MARK = '<!-- basewell:continued -->';
const NOTE = `*Continues in a comment below.* ${MARK}\n\n`;
const LAST_COMMENTS = /(?:<!--(?:(?!-->)[^])*-->\s*)+$/;

/**
 * Descriptions of pull requests, however long.
 *
 * @internal
 */
export class AzureDescriptions {
  readonly #api: AzureApi;
  /** As last seen, by number. */
  readonly #seen = new Map<number, Continuation>();

  constructor(api: AzureApi) {
    this.#api = api;
  }

  /** The whole of what a pull request says. */
  async join(number: number, description: string): Promise<string> {
    if (!description.includes(NOTE)) {
      return description;
    }
    const continuation = await this.#find(number);
    return continuation
      ? description.replace(NOTE, () => continuation.text)
      : description;
  }

  /**
   * What stands in the description itself, and what in the comment.
   *
   * @throws InputError when machines have too much to read
   */
  split(body: string): {
    readonly description: string;
    readonly rest?: string;
  } {
    if (body.length <= LONGEST) {
      return { description: body };
    }
    const end = body.search(LAST_COMMENTS);
    const text = end < 0 ? body : body.slice(0, end);
    const last = end < 0 ? '' : body.slice(end);
    const room = LONGEST - NOTE.length - last.length;
    const cut = text.lastIndexOf('\n\n', room - 2) + 2;
    if (room < 2 || cut < 2) {
      throw new InputError(
        `The description of the pull request has ${body.length} characters, and Azure DevOps takes ${LONGEST}, of which ${last.length} list the files for later runs. Ask for fewer databases or environments at once`,
      );
    }
    return {
      description: text.slice(0, cut) + NOTE + last,
      rest: text.slice(cut),
    };
  }

  /** Writes the comment of a new pull request. */
  async begin(number: number, rest: string): Promise<void> {
    const { body } = await this.#api.send({
      ...toContinue(number),
      method: 'POST',
      body: {
        comments: [
          { parentCommentId: 0, content: toContent(rest), commentType: 'text' },
        ],
        // Open ones can keep a pull request from being completed.
        status: 'closed',
      },
    });
    this.#remember(number, body as Thread);
  }

  /** Changes the comment; without a rest, one that is there is emptied. */
  async change(number: number, rest = ''): Promise<void> {
    const there =
      this.#seen.get(number) ?? (rest ? await this.#find(number) : undefined);
    if ((there?.text ?? '') === rest) {
      return;
    }
    if (!there) {
      await this.begin(number, rest);
      return;
    }
    const { path, purpose } = toContinue(number);
    await this.#api.send({
      ...{ purpose, method: 'PATCH' },
      path: [...path, `${there.thread}`, 'comments', `${there.comment}`],
      body: { content: toContent(rest) },
    });
    this.#seen.set(number, { ...there, text: rest });
  }

  async #find(number: number): Promise<Continuation | undefined> {
    const threads = await this.#api.get<{ readonly value: readonly Thread[] }>(
      `read the comments of the pull request ${number}`,
      ['pullrequests', String(number), 'threads'],
    );
    threads?.value.forEach(thread => this.#remember(number, thread));
    return this.#seen.get(number);
  }

  #remember(number: number, { id, isDeleted, comments = [] }: Thread) {
    const [first] = comments;
    const content = first?.content?.replace(/\r\n/g, '\n');
    if (!isDeleted && !first?.isDeleted && content?.startsWith(MARK)) {
      this.#seen.set(number, {
        ...{ thread: id, comment: first.id },
        text: content.slice(MARK.length).replace(/^\n\n/, ''),
      });
    }
  }
}

function toContinue(number: number): Pick<ForgeCall, 'purpose' | 'path'> {
  return {
    purpose: `continue the description of the pull request ${number}`,
    path: ['pullrequests', String(number), 'threads'],
  };
}

function toContent(rest: string): string {
  return `${MARK}\n\n${rest}`;
}
