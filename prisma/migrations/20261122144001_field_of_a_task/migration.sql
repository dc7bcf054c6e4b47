-- Lists and the board are filtered by the field of a task.

-- CreateIndex
CREATE INDEX "task_field_idx" ON "task"("field");
