"""The scorer of the body: trees, nets and lexicons over blocks, and trees over pages, fitted on samples."""
