"""Trees, nets and a logit, fitted on rows of pages; how the fitted are kept in the files that ship."""
