namespace Microsoft.DurableTask;

/// <summary>Names an activity or orchestrator class.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class DurableTaskAttribute : Attribute
{
    /// <summary>With a name, or that of the type.</summary>
    public DurableTaskAttribute(string? name = null)
    {
        Name = string.IsNullOrEmpty(name) ? default : new TaskName(name);
    }

    /// <summary>The name; the invalid default means that of the type.</summary>
    public TaskName Name { get; }
}
