"""finishing"""
