"""copyedit"""
