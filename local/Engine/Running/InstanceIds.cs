namespace ProgramReview.Local.Engine.Running;

/// <summary>What an instance id may look like, so that every backend takes it.</summary>
internal static class InstanceIds
{
    private const int LongestId = 256;

    public static void Check(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (
            id.Length > LongestId
            || id[0] == '@'
            || id.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c))
        )
        {
            throw new ArgumentException(
                $"'{id}' is no instance id: at most {LongestId} characters, no '/', '\\', '#', '?' or control characters, and no '@' in front.",
                nameof(id)
            );
        }
    }
}
