-- CreateEnum
CREATE TYPE "WayIn" AS ENUM ('CODE', 'LINK', 'EMAIL');

-- CreateEnum
CREATE TYPE "AttemptOutcome" AS ENUM ('LET_IN', 'ASKED_TO_CONFIRM', 'REFUSED');

-- AlterTable
ALTER TABLE "Happening" DROP CONSTRAINT "Happening_pkey",
ADD COLUMN     "outcome" "AttemptOutcome",
ADD COLUMN     "way" "WayIn",
ADD CONSTRAINT "Happening_pkey" PRIMARY KEY ("shop", "campaignId", "kind", "at", "id");
