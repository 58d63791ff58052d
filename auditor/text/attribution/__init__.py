"""Attribution: who says so, and is it anybody."""
