-- AlterTable
ALTER TABLE "AccessPass" ADD COLUMN     "passEpoch" INTEGER NOT NULL DEFAULT 1;
