"""What a run reads, and against what: files below paths, standard input, what git holds."""
