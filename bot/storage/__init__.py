"""Everything that touches the disk, git or the database."""
