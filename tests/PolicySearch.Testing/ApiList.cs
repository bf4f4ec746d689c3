using System.IO;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicySearch.Testing;

/// <summary>
/// The listed API of Lucene.Net 4.8 (<c>../shared/lucene-net-api.txt</c>), and what an assembly makes visible beyond it.
/// Compared are names, parameter types, return types, being static, visibility and accessors; not parameter names, nor being virtual.
/// </summary>
public sealed partial class ApiList
{
    private static readonly string[] Modifiers =
        ["public", "protected", "internal", "static", "abstract", "virtual", "override", "sealed", "readonly", "const", "new", "extern", "unsafe", "event", "volatile"];

    private readonly Dictionary<string, HashSet<string>> membersByType = [];

    private ApiList() { }

    /// <summary>Reads the list.</summary>
    public static ApiList Read(string path)
    {
        var list = new ApiList();
        HashSet<string>? members = null;
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("public ", StringComparison.Ordinal) && line.Contains("   // ", StringComparison.Ordinal))
                members = list.AddType(line);
            else if (line.StartsWith("    ", StringComparison.Ordinal) && members != null)
                members.UnionWith(ListedMember(line.Trim()));
        }
        return list;
    }

    /// <summary>Every visible type and member of the assembly that the list does not have, in a readable form.</summary>
    public IEnumerable<string> Beyond(Assembly assembly)
    {
        foreach (Type type in assembly.GetExportedTypes().Where(t => t.Namespace?.StartsWith("J2N", StringComparison.Ordinal) != true))
        {
            string name = TypeKey(type);
            if (!membersByType.TryGetValue(name, out HashSet<string>? listed))
            {
                yield return name;
                continue;
            }
            foreach (string member in VisibleMembers(type).Where(m => !listed.Contains(m)))
                yield return $"{name}: {member}";
        }
    }

    private HashSet<string> AddType(string line)
    {
        string[] parts = line.Split("   // ");
        string nameSpace = parts[1].Split(',')[0];
        string name = TypeName().Match(parts[0]).Groups[1].Value;
        return membersByType[$"{nameSpace}.{WithArity(name)}"] = [];
    }

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|delegate \S+) ([\w.]+(?:<[^>]*>)?(?:\.\w+(?:<[^>]*>)?)*)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"<[^<>]*>")]
    private static partial Regex TypeArguments();

    private static string WithArity(string name) => TypeArguments().Replace(name, m => "`" + (m.Value.Count(c => c == ',') + 1));

    private static string TypeKey(Type type) =>
        type.IsNested ? TypeKey(type.DeclaringType!) + "." + type.Name : type.Namespace + "." + type.Name;

    /// <summary>A line of the list as one or more comparable members; a property is one for each accessor.</summary>
    private static IEnumerable<string> ListedMember(string line)
    {
        if (line.StartsWith('['))
            line = line[(line.IndexOf(']') + 1)..].TrimStart();
        bool isStatic = line.Contains(" static ", StringComparison.Ordinal) || line.Contains(" const ", StringComparison.Ordinal);
        string visibility = line.StartsWith("protected", StringComparison.Ordinal) ? "protected" : "public";
        int where = line.IndexOf(" where ", StringComparison.Ordinal);
        if (where >= 0)
            line = line[..where];
        string prefix = isStatic ? "static " : "";
        string rest = WithoutModifiers(line);
        if (rest.EndsWith('}'))
            return ListedProperty(rest, prefix, visibility);
        string key = prefix + (rest.Contains('(') && !rest.Contains(" = ", StringComparison.Ordinal) || rest.Contains('(') && rest.IndexOf('(') < rest.IndexOf('=') ? MethodKey(rest) : FieldKey(rest));
        return visibility == "public" ? ["public " + key, "protected " + key] : ["protected " + key];
    }

    private static string WithoutModifiers(string line)
    {
        string[] words = line.Split(' ');
        return string.Join(' ', words.SkipWhile(w => Modifiers.Contains(w)));
    }

    private static IEnumerable<string> ListedProperty(string rest, string prefix, string visibility)
    {
        int brace = rest.IndexOf('{');
        string head = rest[..brace].Trim();
        int space = LastTopLevelSpace(head);
        string key = $"{Normal(head[..space])} {IndexerKey(head[(space + 1)..])}";
        foreach (string accessor in rest[(brace + 1)..^1].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string own = accessor.StartsWith("protected", StringComparison.Ordinal) ? "protected" : accessor.StartsWith("private", StringComparison.Ordinal) || accessor.StartsWith("internal", StringComparison.Ordinal) ? "none" : visibility;
            string name = accessor.Split(' ')[^1];
            if (own == "public")
                yield return $"public {prefix}{key} {name}";
            if (own != "none")
                yield return $"protected {prefix}{key} {name}";
        }
    }

    private static string IndexerKey(string name)
    {
        int bracket = name.IndexOf('[');
        return bracket < 0 ? name : $"this[{Parameters(name[(bracket + 1)..name.LastIndexOf(']')])}]";
    }

    private static string MethodKey(string rest)
    {
        int open = rest.IndexOf('(');
        string head = rest[..open];
        int space = LastTopLevelSpace(head);
        string name = WithArity(space < 0 ? ".ctor" : head[(space + 1)..]);
        string result = space < 0 ? "void" : Normal(head[..space]);
        return $"{result} {name}({Parameters(rest[(open + 1)..rest.LastIndexOf(')')])})";
    }

    private static string FieldKey(string rest)
    {
        string declaration = rest.Split(" = ")[0];
        int space = LastTopLevelSpace(declaration);
        return space < 0 ? declaration : $"{Normal(declaration[..space])} {declaration[(space + 1)..]}";
    }

    private static string Parameters(string text) =>
        string.Join(",", SplitTopLevel(text).Select(p => p.Split(" = ")[0].Trim()).Where(p => p.Length > 0).Select(ParameterType));

    private static string ParameterType(string parameter)
    {
        foreach (string modifier in new[] { "this ", "params " })
        {
            if (parameter.StartsWith(modifier, StringComparison.Ordinal))
                parameter = parameter[modifier.Length..];
        }
        int space = LastTopLevelSpace(parameter);
        return Normal(space < 0 ? parameter : parameter[..space]);
    }

    private static IEnumerable<string> SplitTopLevel(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '<' or '[')
                depth++;
            else if (text[i] is '>' or ']')
                depth--;
            else if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
        yield return text[start..];
    }

    private static int LastTopLevelSpace(string text)
    {
        int depth = 0;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] is '>' or ']')
                depth++;
            else if (text[i] is '<' or '[')
                depth--;
            else if (text[i] == ' ' && depth == 0)
                return i;
        }
        return -1;
    }

    /// <summary>A type as it is compared: no blanks, no nullability; J2N's boxed numbers and the keywords are one.</summary>
    private static string Normal(string type) => type.Replace("?", "", StringComparison.Ordinal).Replace(", ", ",", StringComparison.Ordinal);

    private static IEnumerable<string> VisibleMembers(Type type)
    {
        const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => "public " + name);
        var keys = new List<string>();
        foreach (ConstructorInfo constructor in type.GetConstructors(Own).Where(c => Visible(c) && !c.IsStatic))
            keys.Add($"{Visibility(constructor)} void .ctor({Parameters(constructor)})");
        foreach (FieldInfo field in type.GetFields(Own).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly))
            keys.Add($"{(field.IsPublic ? "public" : "protected")} {(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}");
        foreach (MethodInfo method in type.GetMethods(Own).Where(m => Visible(m) && !IsOverride(m)))
            keys.Add(Key(method, type));
        return keys;
    }

    private static string Key(MethodInfo method, Type type)
    {
        string prefix = Visibility(method) + (method.IsStatic ? " static " : " ");
        PropertyInfo? property = method.IsSpecialName ? type.GetProperties(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .FirstOrDefault(p => p.GetMethod == method || p.SetMethod == method) : null;
        if (property != null)
        {
            string index = string.Join(",", property.GetIndexParameters().Select(p => Name(p.ParameterType)));
            string name = index.Length > 0 ? $"this[{index}]" : property.Name;
            return $"{prefix}{Name(property.PropertyType)} {name} {(property.GetMethod == method ? "get" : "set")}";
        }
        string arity = method.IsGenericMethod ? "`" + method.GetGenericArguments().Length : "";
        return $"{prefix}{Name(method.ReturnType)} {method.Name}{arity}({Parameters(method)})";
    }

    private static bool IsOverride(MethodInfo method) => method.IsVirtual && method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Visibility(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Parameters(MethodBase method) => string.Join(",", method.GetParameters().Select(Name));

    private static string Name(ParameterInfo parameter) =>
        parameter.ParameterType.IsByRef ? (parameter.IsOut ? "out " : "ref ") + Name(parameter.ParameterType.GetElementType()!) : Name(parameter.ParameterType);

    private static string Name(Type type)
    {
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying);
        return Keyword(type) ?? Qualified(type);
    }

    private static string Qualified(Type type)
    {
        var text = new StringBuilder();
        Type[] arguments = type.GetGenericArguments();
        if (type.IsNested)
        {
            text.Append(Qualified(type.DeclaringType!)).Append('.');
            arguments = arguments[type.DeclaringType!.GetGenericArguments().Length..];
        }
        text.Append(type.Name.Split('`')[0]);
        if (arguments.Length > 0)
            text.Append('<').AppendJoin(',', arguments.Select(Name)).Append('>');
        return text.ToString();
    }

    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Char => "char",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        TypeCode.String => "string",
        _ => type == typeof(void) ? "void" : type == typeof(object) ? "object" : null,
    };
}
