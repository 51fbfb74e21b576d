-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "previousRefreshToken" BYTEA,
DROP COLUMN "accessToken",
ADD COLUMN     "accessToken" BYTEA NOT NULL,
DROP COLUMN "refreshToken",
ADD COLUMN     "refreshToken" BYTEA;

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "grantedScopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "installedAt" TIMESTAMPTZ(3),
ADD COLUMN     "isDevelopment" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isPlus" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "planName" TEXT,
ADD COLUMN     "uninstalledAt" TIMESTAMPTZ(3);
