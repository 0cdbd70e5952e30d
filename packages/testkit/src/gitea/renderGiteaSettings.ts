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

/**
 * Gitea's app.ini for a server that lives for one test file: SQLite, nothing
 * sent to the network, no background work that would change what a test sees,
 * and what is slow for safety's sake made fast.
 *
 * @internal
 */
export function renderGiteaSettings(settings: {
  readonly folder: string;
  readonly port: number;
  /** Absent for a binary that has templates inside. */
  readonly staticRoot: string | undefined;
}): string {
  const { folder, port, staticRoot } = settings;
  return `
APP_NAME = Test forge
RUN_MODE = prod
WORK_PATH = ${folder}

[server]
PROTOCOL = http
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${port}
ROOT_URL = http://127.0.0.1:${port}/
${staticRoot ? `STATIC_ROOT_PATH = ${staticRoot}` : ''}
OFFLINE_MODE = true
DISABLE_SSH = true
LFS_START_SERVER = false

[database]
DB_TYPE = sqlite3
PATH = ${folder}/gitea.db
SQLITE_JOURNAL_MODE = WAL

[repository]
ROOT = ${folder}/repositories
DEFAULT_BRANCH = main

[security]
INSTALL_LOCK = true
PASSWORD_HASH_ALGO = pbkdf2$1$8

[service]
DISABLE_REGISTRATION = true
ENABLE_NOTIFY_MAIL = false

[queue]
TYPE = channel

[indexer]
ISSUE_INDEXER_TYPE = db
REPO_INDEXER_ENABLED = false

[session]
PROVIDER = memory

[cron]
ENABLED = false

[cron.update_checker]
ENABLED = false

[actions]
ENABLED = false

[packages]
ENABLED = false

[webhook]
ALLOWED_HOST_LIST = loopback

[log]
MODE = console
LEVEL = Warn
`;
}
