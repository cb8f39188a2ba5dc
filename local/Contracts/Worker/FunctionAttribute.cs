namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function and gives it its name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute : Attribute
{
    /// <summary>Names the function.</summary>
    public FunctionAttribute(string name)
    {
        Name = name;
    }

    /// <summary>The name of the function, unique in the app.</summary>
    public string Name { get; }
}
