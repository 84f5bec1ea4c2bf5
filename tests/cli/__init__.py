"""What a person sees who uses heartwork from a shell."""
