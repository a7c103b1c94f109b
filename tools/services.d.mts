export interface WorkspaceService {
  /** Folder below `apps/`, and name of its image. */
  readonly app: string;
  /** First segment of its paths, and name of its schema. */
  readonly path: string;
  /** Tags of packages that it may import beyond the shared ones. */
  readonly uses: readonly string[];
}
export const SERVICES: readonly WorkspaceService[];
