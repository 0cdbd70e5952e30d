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

import { AuditorService } from '@backstage/backend-plugin-api';
import { Request } from 'express';

/** Names only: no tokens, no bodies. */
export interface AuditMeta {
  readonly [name: string]: string | undefined;
}

/**
 * Runs a route's work between the two ends of an audit event.
 *
 * @param work - gets a function for what it learns about the request on the
 *   way; the end of the event holds it
 */
export async function audited<T>(
  auditor: AuditorService,
  request: Request,
  event: {
    readonly eventId: string;
    readonly queryType?: string;
    readonly meta?: AuditMeta;
  },
  work: (note: (meta: AuditMeta) => void) => Promise<T>,
): Promise<T> {
  const { eventId, queryType, meta } = event;
  const audit = await auditor.createEvent({
    eventId,
    request,
    meta: { ...(queryType && { queryType }), ...meta },
  });
  let learned: AuditMeta = {};
  try {
    const result = await work(more => {
      learned = { ...learned, ...more };
    });
    await audit.success({ meta: learned });
    return result;
  } catch (error) {
    await audit.fail({
      error: error instanceof Error ? error : new Error(String(error)),
      meta: learned,
    });
    throw error;
  }
}
